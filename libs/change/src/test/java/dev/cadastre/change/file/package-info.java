@NullMarked
package dev.cadastre.change.file;

import org.jspecify.annotations.NullMarked;
