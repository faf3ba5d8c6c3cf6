@NullMarked
package dev.cadastre.change.archive;

import org.jspecify.annotations.NullMarked;
