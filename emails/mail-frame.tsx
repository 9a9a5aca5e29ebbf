import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Text } from '@react-email/text'
import { Fragment } from 'react'
import { directionOf } from '@/lib/domain/mail-words'

export interface MailList {
  sentence: string
  links: readonly { label: string; href: string }[]
}

interface Props {
  language: string
  preview: string
  paragraphs: readonly string[]
  lists: readonly MailList[]
  action: { label: string; href: string } | null
  footer: string
}

/**
 * The frame of every mail: no picture and nothing from elsewhere, readable on a light and on a dark screen. Language and direction
 * stand on the card too: some mailboxes show a mail without its outermost element.
 */
export function MailFrame({ language, preview, paragraphs, lists, action, footer }: Props) {
  const direction = directionOf(language)
  return (
    <Html lang={language} dir={direction}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="page" style={page}>
        <Container className="card" style={card} lang={language} dir={direction}>
          <Text style={name}>GIPSonline</Text>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={text}>
              {withWholeCode(paragraph)}
            </Text>
          ))}
          {lists.map(({ sentence, links }) => (
            <Text key={sentence} style={text}>
              {sentence}
              {links.map(({ label, href }) => (
                <Fragment key={href + label}>
                  <br />
                  <Link className="link" dir="ltr" href={href} style={link}>
                    {label}
                  </Link>
                </Fragment>
              ))}
            </Text>
          ))}
          {action && (
            <>
              <Button className="button" href={action.href} style={button}>
                {action.label}
              </Button>
              <Text style={small} data-skip-in-text={true}>
                <Link className="link" dir="ltr" href={action.href} style={link}>
                  {action.href}
                </Link>
              </Text>
            </>
          )}
          <Hr style={rule} />
          <Text style={small}>{footer}</Text>
        </Container>
      </Body>
    </Html>
  )
}

/** The dossier's code in a sentence stays on one line, and from left to right. */
function withWholeCode(sentence: string) {
  const [code] = /G-\d+/.exec(sentence) ?? []
  if (code === undefined) {
    return sentence
  }
  const [before] = sentence.split(code)
  return (
    <>
      {before}
      <span dir="ltr" style={whole}>
        {code}
      </span>
      {sentence.slice((before + code).length)}
    </>
  )
}

// The page is a table cell within the body.
const DARK = `@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td { background: #10181c !important; color: #e6edf0 !important; }
  .card { background: #182329 !important; color: #e6edf0 !important; }
  .button { background: #a9dbe6 !important; color: #0c2027 !important; }
  .link { color: #a9dbe6 !important; }
}`

// Text colours are inherited, so that a dark screen changes them in one place.
const page = {
  backgroundColor: '#f1f4f5',
  color: '#1b2a30',
  fontFamily: 'Verdana, Arial, sans-serif',
  padding: '24px 8px',
}
const card = { backgroundColor: '#ffffff', maxWidth: '560px', padding: '24px', borderRadius: '6px' }
const name = { fontSize: '16px', fontWeight: 700, margin: '0 0 16px' }
const text = { fontSize: '16px', lineHeight: '1.5', margin: '0 0 16px' }
const button = {
  backgroundColor: '#11495a',
  color: '#ffffff',
  fontSize: '16px',
  fontWeight: 700,
  lineHeight: '1.4',
  padding: '12px 20px',
  borderRadius: '6px',
}
const small = { fontSize: '14px', lineHeight: '1.5', margin: '16px 0 0', overflowWrap: 'anywhere' as const }
const whole = { whiteSpace: 'nowrap' as const }
const link = { color: '#11495a', textDecoration: 'underline' }
const rule = { borderColor: '#8a9ba3', margin: '24px 0 0' }
