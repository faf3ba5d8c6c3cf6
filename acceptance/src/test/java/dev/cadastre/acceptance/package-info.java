/** The product as a stranger meets it: launcher, command line, pages, and real hosts. */
@NullMarked
package dev.cadastre.acceptance;

import org.jspecify.annotations.NullMarked;
