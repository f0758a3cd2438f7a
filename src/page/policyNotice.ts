/** Says at the top of the page, once, that the host's Content-Security-Policy blocks pictures which figures make. */
export function watchPolicy(): void {
  const hear = ({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent) => {
    const isOurs = effectiveDirective === 'img-src' && /^(data|blob)/.test(blockedURI);
    if (!isOurs || disposition !== 'enforce') return;
    document.removeEventListener('securitypolicyviolation', hear);
    const notice = document.createElement('p');
    notice.className = 'notice page-notice';
    notice.setAttribute('role', 'status');
    notice.textContent =
      'The security policy of this site (Content-Security-Policy, img-src) blocks some of the pictures on this page. If this is your site, its README has the header that the chapter needs.';
    document.querySelector('.top-bar')?.after(notice);
  };
  document.addEventListener('securitypolicyviolation', hear);
}
