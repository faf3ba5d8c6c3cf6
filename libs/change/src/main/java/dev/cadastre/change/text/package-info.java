/** Text as shells and people read it. Pure. */
@NullMarked
package dev.cadastre.change.text;

import org.jspecify.annotations.NullMarked;
