/** Names of areas within a sentence. Pure: the dashboard bundles it. */

/** Countries that take the article, and endings of those that do. */
const TAKES_ARTICLE =
  /^(?:United |Bahamas$|Comoros$|Gambia$|Holy See$|Maldives$|Netherlands$|Philippines$)|(?:Emirates|Islands|Republic|Territories)$|^(?:Democratic )?Republic of /;

/** "the United States", "the European Union", "India": a group of several words takes the article. */
export const withArticle = (name: string, isGroup: boolean): string =>
  (isGroup ? name.includes(' ') : TAKES_ARTICLE.test(name)) ? `the ${name}` : name;
