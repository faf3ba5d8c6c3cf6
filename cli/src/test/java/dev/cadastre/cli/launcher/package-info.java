@NullMarked
package dev.cadastre.cli.launcher;

import org.jspecify.annotations.NullMarked;
