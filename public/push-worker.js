// Shows alerts on a device and leads to them; nothing else. It keeps no page, answers no request and reads no data.
self.addEventListener('push', (event) => {
  const { body, path, tag } = event.data.json()
  event.waitUntil(self.registration.showNotification('GIPSonline', { body, tag, data: { path } }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const url = new URL(event.notification.data.path, self.location.origin)
  if (url.origin === self.location.origin) {
    event.waitUntil(self.clients.openWindow(url.href))
  }
})
