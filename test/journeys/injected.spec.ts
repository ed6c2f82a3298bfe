import { expect, test } from '@playwright/test'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.abandon())

test('清单7 a script, a handler and a style that somebody gets into the page do not run; the policy names each', async () => {
  screen = await openScreen()
  const { page, host } = screen
  await screen.as('李保')
  await page.evaluate(() => {
    const place = document.createElement('div')
    document.body.append(place)
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    place.append(script)
    const far = document.createElement('script')
    far.src = 'https://example.invalid/far.js'
    place.append(far)
    const data = document.createElement('script')
    data.src = 'data:text/javascript,window.ranData=true'
    place.append(data)
    place.insertAdjacentHTML('beforeend', '<img src="data:image/png;base64,AA" onerror="window.ranHandler = true">')
    place.insertAdjacentHTML('beforeend', '<a id="link" href="javascript:window.ranLink = true">x</a>')
    place.insertAdjacentHTML('beforeend', '<form id="form" action="https://example.invalid/"><input name="title"></form>')
    place.insertAdjacentHTML('beforeend', '<iframe src="https://example.invalid/"></iframe>')
    place.insertAdjacentHTML('beforeend', '<p id="styled" style="position: fixed">x</p>')
    document.getElementById('link')?.click()
    ;(document.getElementById('form') as HTMLFormElement).requestSubmit()
    const evaluated = document.createElement('script')
    evaluated.textContent = 'eval("window.ranEval = true")'
    place.append(evaluated)
  })
  // What runs already is held to it too: no request to elsewhere.
  const asked = await page.evaluate(async () => {
    const means = globalThis as unknown as { fetch(url: string): Promise<unknown> }
    const ask = 'fetch' as const
    return means[ask]('https://example.invalid/').then(
      () => 'went out',
      () => 'refused',
    )
  })
  expect(asked).toBe('refused')
  const ran = await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('ran')))
  expect(ran).toEqual([])
  expect(await page.evaluate(() => getComputedStyle(document.getElementById('styled') as HTMLElement).position)).toBe('static')
  const said = host.complaints.join('\n')
  for (const directive of ['script-src', 'style-src', 'img-src', 'form-action', 'connect-src', 'default-src']) expect(said).toContain(directive)
})
