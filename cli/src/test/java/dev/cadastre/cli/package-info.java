@NullMarked
package dev.cadastre.cli;

import org.jspecify.annotations.NullMarked;
