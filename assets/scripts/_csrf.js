// The word that proves that a page of ours sends something. The cookie has the one in force: signing in anew, in another
// tab perhaps, changed it after the page was drawn.
export const csrf = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1] || ''
