/** Which record a report belongs to: pure decisions over what hosts are recognised by. */
@NullMarked
package dev.cadastre.server.inventory.identity;

import org.jspecify.annotations.NullMarked;
