@NullMarked
package dev.cadastre.cli.server;

import org.jspecify.annotations.NullMarked;
