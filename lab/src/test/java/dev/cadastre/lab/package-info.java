/** The laboratory's own tests; they run inside it. */
@NullMarked
package dev.cadastre.lab;

import org.jspecify.annotations.NullMarked;
