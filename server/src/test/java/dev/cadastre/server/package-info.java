@NullMarked
package dev.cadastre.server;

import org.jspecify.annotations.NullMarked;
