@NullMarked
package dev.cadastre.change.text;

import org.jspecify.annotations.NullMarked;
