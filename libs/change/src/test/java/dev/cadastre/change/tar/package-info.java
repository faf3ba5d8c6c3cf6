@NullMarked
package dev.cadastre.change.tar;

import org.jspecify.annotations.NullMarked;
