@NullMarked
package dev.cadastre.change.journal;

import org.jspecify.annotations.NullMarked;
