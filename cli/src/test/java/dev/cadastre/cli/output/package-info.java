@NullMarked
package dev.cadastre.cli.output;

import org.jspecify.annotations.NullMarked;
