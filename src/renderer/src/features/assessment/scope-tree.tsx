import { useState } from 'react'
import { Button, Tree, TreeItem, TreeItemContent, type Key } from 'react-aria-components'
import { Link } from 'react-router'
import { FindingSquares } from '../../../../shared/drawing/unit-squares.tsx'
import { countOf } from '../../../../shared/drawing/words.ts'
import { Icon } from '../../components/icon.tsx'
import { toEvidence } from '../../routes.ts'
import type { ScopeBranch } from './assessment-map.ts'

/** The scopes, wards inside core services, one square for each finding. Choosing one shows its prompts beneath. */
export function ScopeTree(props: {
  branches: readonly ScopeBranch[]
  chosen: ScopeBranch
  onChoose: (branch: ScopeBranch) => void
}) {
  const { branches, chosen, onChoose } = props
  const [opened, setOpened] = useState<ReadonlySet<Key>>(() => new Set([chosen.scope.id]))
  const [shown, setShown] = useState(chosen.scope.id)

  // The scope in view stands open, however one came to it; what else was opened stays so.
  if (shown !== chosen.scope.id) {
    setShown(chosen.scope.id)
    setOpened(new Set([...opened, chosen.scope.id]))
  }

  const choose = (key: Key | undefined) => {
    const branch = branches.find(
      ({ scope, service }) => scope.id === key || service?.wards.some(({ id }) => `ward:${id}` === key) === true,
    )
    if (branch === undefined || branch.scope.id === chosen.scope.id) return
    onChoose(branch)
  }

  return (
    <Tree
      className="scope-tree"
      aria-label="Scope"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[chosen.scope.id]}
      expandedKeys={opened}
      onExpandedChange={setOpened}
      onSelectionChange={(keys) => choose(keys === 'all' ? undefined : [...keys][0])}
    >
      {branches.map((branch) => (
        <ScopeItem key={branch.scope.id} branch={branch} />
      ))}
    </Tree>
  )
}

function ScopeItem({ branch: { scope, service, rows } }: { branch: ScopeBranch }) {
  const wards = service?.wards ?? []
  return (
    <TreeItem id={scope.id} textValue={scope.name} className="scope-tree__item">
      <TreeItemContent>
        {({ isExpanded, hasChildItems }) => (
          <>
            {hasChildItems ? (
              <Button slot="chevron" className="scope-tree__fold">
                <Icon name={isExpanded ? 'chevron-down' : 'chevron-right'} />
              </Button>
            ) : (
              <span className="scope-tree__fold" />
            )}
            <span className="scope-tree__name">{scope.name}</span>
            <FindingSquares
              findings={rows.map(({ finding }) => ({
                judgement: finding.judgement,
                unsupported: finding.gaps.includes('J'),
              }))}
            />
          </>
        )}
      </TreeItemContent>
      {wards.map((ward) => (
        <TreeItem key={ward.id} id={`ward:${ward.id}`} textValue={ward.name} className="scope-tree__item">
          <TreeItemContent>
            <span className="scope-tree__name">{ward.name}</span>
            <Link to={toEvidence({ ward: ward.id })} aria-label={`${countOf(ward.items, 'item')} from ${ward.name}`}>
              {countOf(ward.items, 'item')}
            </Link>
          </TreeItemContent>
        </TreeItem>
      ))}
    </TreeItem>
  )
}
