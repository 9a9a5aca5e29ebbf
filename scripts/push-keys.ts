import webPush from 'web-push'

// Prints a new pair of keys for alerts on devices, as settings. A new pair ends what was switched on with the old one.
const { publicKey, privateKey } = webPush.generateVAPIDKeys()
console.log(`VAPID_PUBLIC_KEY=${publicKey}\nVAPID_PRIVATE_KEY=${privateKey}`)
