/** The command line: its options, its verbs and how they end. */
@NullMarked
package dev.cadastre.cli;

import org.jspecify.annotations.NullMarked;
