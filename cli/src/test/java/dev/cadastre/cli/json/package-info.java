@NullMarked
package dev.cadastre.cli.json;

import org.jspecify.annotations.NullMarked;
