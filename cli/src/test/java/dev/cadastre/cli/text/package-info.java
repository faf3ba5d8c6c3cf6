@NullMarked
package dev.cadastre.cli.text;

import org.jspecify.annotations.NullMarked;
