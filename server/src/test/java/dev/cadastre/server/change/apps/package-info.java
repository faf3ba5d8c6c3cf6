@NullMarked
package dev.cadastre.server.change.apps;

import org.jspecify.annotations.NullMarked;
