/** What lies on hosts while runs change them. */
@NullMarked
package dev.cadastre.cli.bundle;

import org.jspecify.annotations.NullMarked;
