/**
 * The manual and what it refers to, as text: chapters by their readers, links between them, and the
 * search. The texts themselves travel in this archive, so that they can be read where nothing else
 * answers.
 */
@NullMarked
package dev.cadastre.manual;

import org.jspecify.annotations.NullMarked;
