import { Badge } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { changeInWords, type MemberCourse } from '@/lib/domain/member-course'
import { formatDate } from '@/lib/domain/plain-date'
import { ScoreBadge } from './score-badge'
import { ScoreCourse } from './score-course'

export type MemberCoursesProps = { courses: readonly MemberCourse[]; lowestId: string | null }

/** How each family member's score went: a small line for the eye, every figure in words, and who is lowest now. */
export function MemberCourses({ courses, lowestId }: MemberCoursesProps) {
  const moments = courses[0]?.points ?? []
  const columns: Column<MemberCourse>[] = [
    {
      key: 'name',
      header: 'Gezinslid',
      rowHeader: true,
      cell: ({ memberId, name }) => (
        <>
          {name} {memberId === lowestId && courses.length > 1 && <Badge tone="warning">nu het laagst</Badge>}
        </>
      ),
    },
    {
      key: 'course',
      header: 'Verloop',
      cell: (course) => (
        <>
          <ScoreCourse scores={course.points.map(({ score }) => score)} />
          <span className="block text-sm text-ink-soft">{changeInWords(course)}</span>
        </>
      ),
    },
    ...moments.map(
      ({ label, heldOn }, index): Column<MemberCourse> => ({
        key: `${label} ${heldOn} ${index}`,
        header: (
          <>
            {label}
            <span className="block font-normal">{formatDate(heldOn)}</span>
          </>
        ),
        label: `${label}, ${formatDate(heldOn)}`,
        short: true,
        cell: ({ points }) => <Figure score={points[index]?.score ?? null} />,
      }),
    ),
  ]
  return (
    <DataTable
      id="member-courses"
      caption="Cijfers van de professionals per gezinslid"
      columns={columns}
      rows={courses}
      rowKey={({ memberId }) => memberId}
    />
  )
}

function Figure({ score }: { score: number | null }) {
  return score === null ? <span className="text-ink-soft">geen cijfer</span> : <ScoreBadge score={score} wordless />
}
