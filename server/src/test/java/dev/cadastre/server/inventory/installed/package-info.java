@NullMarked
package dev.cadastre.server.inventory.installed;

import org.jspecify.annotations.NullMarked;
