/** What .NET, OpenSSL, Go, curl, git, Python and node say of a certificate that nobody here vouches for. */
export const isUntrusted =
  /UntrustedRoot|PartialChain|RemoteCertificate\w+|self[- ]signed certificate|unable to get (?:local )?issuer certificate|signed by unknown authority|certificate verif(?:y|ication) failed|SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)/i

/** The way out for a step: the certificate of a proxy or a server of the team's own has to be in its image. */
export const trustAdvice =
  'The stage does not trust the server, or the proxy before it. Above this RUN, COPY the certificate of its authority to ' +
  '/usr/local/share/ca-certificates/ (its name ends in .crt) and RUN update-ca-certificates.'
