/** The way to a server: which one, with whose rights, and what its refusals mean. */
@NullMarked
package dev.cadastre.cli.server;

import org.jspecify.annotations.NullMarked;
