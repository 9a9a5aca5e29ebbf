import { dayAndHours } from '../day-and-hours'
import type { FamilyTexts } from '../mail-text'

/** What a family account can get, in Turkish. */
export const tr: FamilyTexts = {
  mails: {
    accountInvitation: {
      subject: 'GIPSonline hesabınız',
      preview: 'Hesabınızı hazırlayın.',
      paragraphs: [
        'GIPSonline’da sizin için bir hesap açıldı. Hesabı kendiniz hazırlarsınız: bir parola seçersiniz ve giriş kodu için bir uygulama bağlarsınız.',
        'Bağlantı bir kez çalışır. Bu mesajı başkasına göndermeyin.',
        'Bu mesajı beklemiyor muydunuz? O zaman bağlantıyı kullanmayın.',
      ],
      button: 'Hesabımı hazırla',
    },
    passwordReset: {
      subject: 'Yeni bir parola seçin',
      preview: 'Bağlantı yarım saat çalışır.',
      paragraphs: [
        'GIPSonline hesabınız için yeni bir parola istendi.',
        'Bağlantı bir kez ve en fazla yarım saat çalışır. Bu mesajı başkasına göndermeyin.',
        'Bunu siz istemediniz mi? O zaman bir şey yapmanız gerekmez. Parolanız aynı kalır.',
      ],
      button: 'Yeni parola seç',
    },
    secondFactorAsked: {
      subject: 'Yeni bir giriş kodu istendi',
      preview: 'Bunu siz istemediniz mi? Hemen bildirin.',
      paragraphs: [
        'Bir sistem yöneticisi (beheerder), giriş kodu uygulamanızın GIPSonline hesabınızdan ayrılmasını istedi. İkinci bir sistem yöneticisi bunu kontrol ediyor.',
        'Bunu kendiniz mi istediniz, örneğin telefonunuz kaybolduğu için? O zaman bir şey yapmanız gerekmez. Size yeni bir mesaj gelecek.',
        'Bunu siz istemediniz mi? Hemen sistem yöneticinizi veya vaka sorumlusunu (casusregisseur) arayın.',
      ],
      button: null,
    },
    secondFactorLink: {
      subject: 'Giriş kodunuz için yeni bir uygulama bağlayın',
      preview: 'Bağlantı bir gün çalışır.',
      paragraphs: [
        'Giriş kodu uygulamanız GIPSonline hesabınızdan ayrıldı. Şimdi yenisini kendiniz bağlarsınız. Parolanız yanınızda olsun.',
        'Bağlantı bir kez ve en fazla bir gün çalışır. Bu mesajı başkasına göndermeyin.',
        'Bunu siz istemediniz mi? Hemen sistem yöneticinizi (beheerder) veya vaka sorumlusunu (casusregisseur) arayın.',
      ],
      button: 'Yeni uygulama bağla',
    },
    accountChanged: {
      subject: 'Hesabınızda bir şey değişti',
      preview: 'Bunu siz yapmadınız mı? Hemen bildirin.',
      paragraphs: [
        'GIPSonline’a girerken kullandığınız bir şey değişti: parolanız, giriş kodu uygulamanız veya kurtarma kodlarınız.',
        'Bunu kendiniz mi yaptınız? O zaman bir şey yapmanız gerekmez.',
        'Bunu siz yapmadınız mı? Hemen sistem yöneticinizi (beheerder) veya vaka sorumlusunu (casusregisseur) arayın.',
      ],
      button: null,
    },
    meetingInvitation: {
      subject: 'Toplantıya davet ({code})',
      preview: 'Giriş yapın ve gelip gelmeyeceğinizi söyleyin.',
      paragraphs: [
        '{code} numaralı dosyada bir toplantıya davetlisiniz: {when}.',
        'Giriş yapın ve gelip gelmeyeceğinizi söyleyin. Toplantının yeri de orada yazar.',
        'Bu mesajın ekinde takviminiz için bir dosya var. Toplantının yeri bilerek orada yazmaz.',
      ],
      button: 'Gelip gelmeyeceğinizi söyleyin',
    },
    meetingMoved: {
      subject: 'Bir toplantı değişti ({code})',
      preview: 'Giriş yapın ve gelip gelmeyeceğinizi söyleyin.',
      paragraphs: [
        '{code} numaralı dosyadaki bir toplantıda bir şey değişti. Toplantı şimdi şu zamanda: {when}.',
        'Giriş yapın, nerede olduğuna bakın ve gelip gelmeyeceğinizi söyleyin. Bu mesajın ekinde takviminiz için yeni bir dosya var.',
      ],
      button: 'Gelip gelmeyeceğinizi söyleyin',
    },
    meetingCancelled: {
      subject: 'Bir toplantı sizin için iptal oldu ({code})',
      preview: 'Gelmeniz gerekmez.',
      paragraphs: [
        '{code} numaralı dosyadaki bir toplantı sizin için iptal oldu. Toplantı şu zamanda olacaktı: {when}.',
        'Bir şey yapmanız gerekmez. Takviminiz, bu mesajdaki dosya ile toplantıyı siler.',
      ],
      button: null,
    },
    meetingInAWeek: {
      subject: 'Yakında bir toplantı var ({code})',
      preview: 'Yerini görmek için giriş yapın.',
      paragraphs: [
        '{code} numaralı dosyada yakında bir toplantı var: {when}.',
        'Yerini görmek için giriş yapın. Gelip gelmeyeceğinizi daha söylemediniz mi? Bunu da orada yapabilirsiniz.',
      ],
      button: 'Davete git',
    },
    meetingTomorrow: {
      subject: 'Toplantıyı unutmayın ({code})',
      preview: 'Yerini görmek için giriş yapın.',
      paragraphs: [
        '{code} numaralı dosyada bir toplantıya çok az kaldı: {when}.',
        'Yerini görmek için giriş yapın. Gelemiyor musunuz? O zaman bunu hemen orada söyleyin.',
      ],
      button: 'Davete git',
    },
    meetingToRate: {
      subject: 'Toplantı nasıldı? ({code})',
      preview: 'Fikrinizi söyleyin. Bir dakika sürer.',
      paragraphs: [
        '{code} numaralı dosyada bir toplantıya katıldınız. Nasıl buldunuz?',
        'Giriş yapın ve bir not verin. Bir dakika sürer ve bir sonraki toplantı daha iyi olur.',
      ],
      button: 'Fikrinizi söyleyin',
    },
    planDefinitive: {
      subject: 'Kesinleşmiş bir plan var ({code})',
      preview: 'Okumak için giriş yapın.',
      paragraphs: [
        '{code} numaralı dosyada bir plan kesinleşti.',
        'Okumak için giriş yapın. Orada size düşen işleri de görürsünüz.',
      ],
      button: 'Plana git',
    },
    agreementsInForce: {
      subject: 'Size düşen yeni işler var ({code})',
      preview: 'Okumak için giriş yapın.',
      paragraphs: [
        '{code} numaralı dosyada birlikte kararlaştırılan ve sizin yapacağınız işler var. Bunlar şu andan itibaren geçerli.',
        'Okumak için giriş yapın. Yaptıklarınızı da orada işaretlersiniz.',
      ],
      button: 'Yapacaklarıma git',
    },
    agreementClosed: {
      subject: 'Size düşen bir iş artık gerekmiyor ({code})',
      preview: 'Şimdi neyin geçerli olduğunu görmek için giriş yapın.',
      paragraphs: [
        '{code} numaralı dosyada sizin yapacağınız bir iş durduruldu. Artık bunu yapmanız gerekmez.',
        'Şimdi size hangi işlerin düştüğünü görmek için giriş yapın.',
      ],
      button: 'Yapacaklarıma git',
    },
    agreementsDue: {
      subject: 'Yapacağınız bir iş var ({code})',
      preview: 'Ne yapacağınızı görmek için giriş yapın.',
      paragraphs: [
        '{code} numaralı dosyada yakında yapacağınız veya hâlâ açık olan, kararlaştırılmış bir iş var.',
        'Ne yapacağınızı okumak için giriş yapın. Bitti mi? Orada işaretleyin.',
      ],
      button: 'Yapacaklarıma git',
    },
    futurePlanEvaluation: {
      subject: 'Birlikte geriye bakma zamanı ({code})',
      preview: 'Planı açmak için giriş yapın.',
      paragraphs: [
        '{code} numaralı dosyada plana birlikte yeniden bakma zamanı geldi.',
        'Planı açmak için giriş yapın. Plan hâlâ uygun mu, yoksa bir şey değişmeli mi?',
      ],
      button: 'Plana git',
    },
    reminders: {
      subject: 'GIPSonline’da yapabilecekleriniz',
      preview: 'Okumak için giriş yapın.',
      paragraphs: [
        'Sizi bekleyenler, ilgili dosyalarla birlikte aşağıda yazıyor. Ne olduğunu okumak için giriş yapın.',
        'Bu e-postanın ne sıklıkta geleceğini hesabınızda kendiniz seçersiniz.',
      ],
      button: 'Dosyalarıma git',
    },
  },
  reminderLines: {
    agreementsDue: 'Yakında yapacağınız veya hâlâ açık olan işler:',
    meetingToRate: 'Hâlâ fikrinizi söyleyebileceğiniz toplantılar:',
    futurePlanEvaluation: 'Plana birlikte yeniden bakma zamanı:',
  },
  when: dayAndHours('tr', {
    morning: 'sabah, saat 9.00 ile 12.00 arası',
    afternoon: 'öğleden sonra, saat 13.00 ile 16.00 arası',
  }),
  footer: 'Bu mesaj GIPSonline’dan otomatik gelir; yanıtlar okunmaz. İçinde bilerek az bilgi var.',
}
