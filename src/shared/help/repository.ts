/** This repository on GitHub; `npm run docs` writes it from package.json. */
export const repository = 'OWNER/dotnet-container'
