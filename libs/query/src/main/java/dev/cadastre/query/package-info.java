/**
 * A query language for search boxes and shells: {@code env:prod pkg:openssl<3.0.14 -group:web}.
 *
 * <p>{@link dev.cadastre.query.QueryLanguage} reads text into a {@link dev.cadastre.query.Query},
 * or says all that is wrong with it, and where; and it knows what may stand at a caret. Which
 * fields there are is told to it as {@link dev.cadastre.query.Fields}; it knows nothing of what
 * they mean.
 *
 * <p>The grammar; what stands between quotes is literal, and blanks separate tokens:
 *
 * <pre>{@code
 * query      = [ any-of ] ;
 * any-of     = all-of , { "OR" , all-of } ;
 * all-of     = negation , { [ "AND" ] , negation } ;
 * negation   = { "NOT" | "-" } , ( "(" , any-of , ")" | term ) ;
 * term       = free-text | match ;
 * free-text  = value , { "," , value } ;
 * match      = field , [ "." , value ] , ( ":" , value , { "," , value } , [ comparison ]
 *                                        | comparison ) ;
 * comparison = operator , value ;
 * operator   = "=" | "!=" | "<" | "<=" | ">" | ">=" ;
 * value      = word | quoted ;
 * word       = character , { character } ;
 * quoted     = '"' , { any - ( '"' | "\" ) | '\"' | "\\" } , '"' ;
 * character  = any - ( blank | "(" | ")" | '"' | "," | "<" | ">" | "=" | "!=" ) ;
 * }</pre>
 *
 * <p>No blank stands within a term, nor behind a {@code -}; a term ends at a blank, at a {@code )}
 * or with the text, and free text is not empty. A field's key and the words of free text end at a
 * {@code :} too, and free text does not begin with a {@code -}; quotes lift both. In a word, {@code
 * *} is any number of characters and {@code ?} one; in quotes they are themselves, and a comparison
 * takes them only there. The free text {@code *} is everything, as is the empty query.
 */
@NullMarked
package dev.cadastre.query;

import org.jspecify.annotations.NullMarked;
