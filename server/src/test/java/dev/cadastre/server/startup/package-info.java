@NullMarked
package dev.cadastre.server.startup;

import org.jspecify.annotations.NullMarked;
