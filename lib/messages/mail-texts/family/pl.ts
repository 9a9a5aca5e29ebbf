import { dayAndHours } from '../day-and-hours'
import type { FamilyTexts } from '../mail-text'

/** What a family account can get, in Polish: with "proszę", and without a past tense that would say whether it is a woman or a man. */
export const pl: FamilyTexts = {
  mails: {
    accountInvitation: {
      subject: 'Konto w GIPSonline',
      preview: 'Proszę przygotować swoje konto.',
      paragraphs: [
        'W GIPSonline jest już konto dla Pani/Pana. Trzeba je samemu przygotować: wybrać hasło i połączyć aplikację do kodu logowania.',
        'Link działa jeden raz. Proszę nie przesyłać tej wiadomości dalej.',
        'Czy ta wiadomość jest niespodziewana? Wtedy proszę nie używać linku.',
      ],
      button: 'Przygotuj konto',
    },
    passwordReset: {
      subject: 'Wybór nowego hasła',
      preview: 'Link działa pół godziny.',
      paragraphs: [
        'Ktoś poprosił o nowe hasło do Pani/Pana konta w GIPSonline.',
        'Link działa jeden raz i nie dłużej niż pół godziny. Proszę nie przesyłać tej wiadomości dalej.',
        'To nie była Pani/Pana prośba? Wtedy nie trzeba nic robić. Hasło zostaje takie samo.',
      ],
      button: 'Wybierz nowe hasło',
    },
    secondFactorAsked: {
      subject: 'Prośba o nowy kod logowania',
      preview: 'To nie była Pani/Pana prośba? Proszę zgłosić to od razu.',
      paragraphs: [
        'Administrator (beheerder) poprosił o odłączenie aplikacji do kodu logowania od Pani/Pana konta w GIPSonline. Drugi administrator to sprawdza.',
        'Czy to Pani/Pana prośba, na przykład z powodu zgubienia telefonu? Wtedy nie trzeba nic robić. Przyjdzie nowa wiadomość.',
        'To nie była Pani/Pana prośba? Proszę od razu zadzwonić do administratora lub koordynatora sprawy (casusregisseur).',
      ],
      button: null,
    },
    secondFactorLink: {
      subject: 'Proszę połączyć nową aplikację do kodu logowania',
      preview: 'Link działa jeden dzień.',
      paragraphs: [
        'Aplikacja do kodu logowania jest odłączona od Pani/Pana konta w GIPSonline. Teraz trzeba samemu połączyć nową. Proszę mieć hasło pod ręką.',
        'Link działa jeden raz i nie dłużej niż jeden dzień. Proszę nie przesyłać tej wiadomości dalej.',
        'To nie była Pani/Pana prośba? Proszę od razu zadzwonić do administratora (beheerder) lub koordynatora sprawy (casusregisseur).',
      ],
      button: 'Połącz nową aplikację',
    },
    accountChanged: {
      subject: 'Zmiana na Pani/Pana koncie',
      preview: 'To nie Pani/Pana zmiana? Proszę zgłosić to od razu.',
      paragraphs: [
        'Zmieniło się coś, co służy do logowania w GIPSonline: hasło, aplikacja do kodu logowania albo kody odzyskiwania.',
        'Czy to Pani/Pana zmiana? Wtedy nie trzeba nic robić.',
        'To nie Pani/Pana zmiana? Proszę od razu zadzwonić do administratora (beheerder) lub koordynatora sprawy (casusregisseur).',
      ],
      button: null,
    },
    meetingInvitation: {
      subject: 'Zaproszenie na spotkanie ({code})',
      preview: 'Proszę się zalogować i odpowiedzieć, czy będzie Pani/Pan na spotkaniu.',
      paragraphs: [
        'Zapraszamy na spotkanie w sprawie {code}: {when}.',
        'Proszę się zalogować i odpowiedzieć, czy będzie Pani/Pan na spotkaniu. Tam jest też podane miejsce.',
        'Do tej wiadomości dołączony jest plik do kalendarza. Celowo nie ma w nim miejsca spotkania.',
      ],
      button: 'Odpowiedz na zaproszenie',
    },
    meetingMoved: {
      subject: 'Zmiana spotkania ({code})',
      preview: 'Proszę się zalogować i odpowiedzieć, czy będzie Pani/Pan na spotkaniu.',
      paragraphs: [
        'Coś się zmieniło w spotkaniu w sprawie {code}. Teraz termin to: {when}.',
        'Proszę się zalogować, sprawdzić miejsce i odpowiedzieć, czy będzie Pani/Pan na spotkaniu. Do tej wiadomości dołączony jest nowy plik do kalendarza.',
      ],
      button: 'Odpowiedz na zaproszenie',
    },
    meetingCancelled: {
      subject: 'Spotkanie odwołane dla Pani/Pana ({code})',
      preview: 'Nie trzeba przychodzić.',
      paragraphs: [
        'Spotkanie w sprawie {code} jest dla Pani/Pana odwołane. Miało się odbyć: {when}.',
        'Nie trzeba nic robić. Kalendarz usunie je za pomocą pliku z tej wiadomości.',
      ],
      button: null,
    },
    meetingInAWeek: {
      subject: 'Niedługo jest spotkanie ({code})',
      preview: 'Proszę się zalogować, aby zobaczyć miejsce.',
      paragraphs: [
        'Niedługo jest spotkanie w sprawie {code}: {when}.',
        'Proszę się zalogować, aby zobaczyć miejsce. Nie ma jeszcze odpowiedzi, czy będzie Pani/Pan na spotkaniu? Tam można też odpowiedzieć.',
      ],
      button: 'Do zaproszenia',
    },
    meetingTomorrow: {
      subject: 'Przypomnienie o spotkaniu ({code})',
      preview: 'Proszę się zalogować, aby zobaczyć miejsce.',
      paragraphs: [
        'Spotkanie w sprawie {code} jest już bardzo blisko: {when}.',
        'Proszę się zalogować, aby zobaczyć miejsce. Jednak nie może Pani/Pan przyjść? Proszę od razu tam o tym napisać.',
      ],
      button: 'Do zaproszenia',
    },
    meetingToRate: {
      subject: 'Jakie było spotkanie? ({code})',
      preview: 'Prosimy o opinię. To zajmie minutę.',
      paragraphs: [
        'Za nami spotkanie w sprawie {code} z Pani/Pana udziałem. Jak ono przebiegło?',
        'Proszę się zalogować i wystawić ocenę. To zajmie minutę, a następne spotkanie będzie dzięki temu lepsze.',
      ],
      button: 'Wyraź opinię',
    },
    planDefinitive: {
      subject: 'Jest ostateczny plan ({code})',
      preview: 'Proszę się zalogować, aby go przeczytać.',
      paragraphs: [
        'Plan w sprawie {code} jest teraz ostateczny.',
        'Proszę się zalogować, aby go przeczytać. Widać tam też, które ustalenia są dla Pani/Pana.',
      ],
      button: 'Do planu',
    },
    agreementsInForce: {
      subject: 'Nowe ustalenia dla Pani/Pana ({code})',
      preview: 'Proszę się zalogować, aby je przeczytać.',
      paragraphs: [
        'W sprawie {code} zaczęły obowiązywać ustalenia, które wykona Pani/Pan. Są ważne od teraz.',
        'Proszę się zalogować, aby je przeczytać. Tam zaznacza się też, co jest już zrobione.',
      ],
      button: 'Do moich ustaleń',
    },
    agreementClosed: {
      subject: 'Jedno z Pani/Pana ustaleń już nie obowiązuje ({code})',
      preview: 'Proszę się zalogować, aby zobaczyć, co teraz obowiązuje.',
      paragraphs: [
        'W sprawie {code} przestało obowiązywać ustalenie, które było dla Pani/Pana. Nie trzeba go już wykonywać.',
        'Proszę się zalogować, aby zobaczyć, które ustalenia teraz Panią/Pana obowiązują.',
      ],
      button: 'Do moich ustaleń',
    },
    agreementsDue: {
      subject: 'Jest ustalenie do wykonania ({code})',
      preview: 'Proszę się zalogować, aby zobaczyć, co jest do zrobienia.',
      paragraphs: [
        'W sprawie {code} jest ustalenie, które niedługo wykona Pani/Pan albo które jest jeszcze otwarte.',
        'Proszę się zalogować, aby przeczytać, co jest do zrobienia. Gotowe? Proszę to tam zaznaczyć.',
      ],
      button: 'Do moich ustaleń',
    },
    futurePlanEvaluation: {
      subject: 'Czas razem spojrzeć wstecz ({code})',
      preview: 'Proszę się zalogować, aby otworzyć plan.',
      paragraphs: [
        'W sprawie {code} przyszedł czas, aby razem wrócić do planu.',
        'Proszę się zalogować, aby otworzyć plan. Czy nadal jest dobry, czy trzeba coś zmienić?',
      ],
      button: 'Do planu',
    },
    reminders: {
      subject: 'Co można jeszcze zrobić w GIPSonline',
      preview: 'Proszę się zalogować, aby to przeczytać.',
      paragraphs: [
        'Poniżej jest to, co na Panią/Pana czeka, z numerami spraw. Proszę się zalogować, aby przeczytać, o co chodzi.',
        'Na swoim koncie można wybrać, jak często przychodzi ten e-mail.',
      ],
      button: 'Do moich spraw',
    },
  },
  reminderLines: {
    agreementsDue: 'Ustalenia do wykonania niedługo albo jeszcze otwarte:',
    meetingToRate: 'Spotkania, o których można jeszcze wyrazić opinię:',
    futurePlanEvaluation: 'Czas razem wrócić do planu:',
  },
  when: dayAndHours('pl', { morning: 'rano, od 9:00 do 12:00', afternoon: 'po południu, od 13:00 do 16:00' }),
  footer: 'Ta wiadomość przychodzi automatycznie z GIPSonline; nikt nie czyta odpowiedzi. Celowo zawiera mało treści.',
}
