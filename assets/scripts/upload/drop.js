// Files that are dropped, chosen or photographed: `take` is called with them, and the boxes are emptied for the next.

export const listen = (area, take) => {
  for (const input of area.querySelectorAll('input[type=file]')) {
    input.addEventListener('change', () => {
      const files = [...input.files]
      if (files.length && take(files) !== false) input.value = ''
    })
  }
  let depth = 0
  const over = (by) => { depth = Math.max(0, depth + by); area.classList.toggle('app-drop--over', depth > 0) }
  area.addEventListener('dragenter', (event) => { event.preventDefault(); over(1) })
  area.addEventListener('dragover', (event) => event.preventDefault())
  area.addEventListener('dragleave', () => over(-1))
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    over(-depth)
    // A folder that is dropped has no type and no size that could be read; its files are chosen one by one.
    const files = [...event.dataTransfer.files].filter((file) => file.type || file.size % 4096)
    if (files.length) take(files)
  })
}
