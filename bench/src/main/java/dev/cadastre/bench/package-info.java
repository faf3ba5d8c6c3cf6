/** Measures what the programs do, beside what others do in the same run. */
@NullMarked
package dev.cadastre.bench;

import org.jspecify.annotations.NullMarked;
