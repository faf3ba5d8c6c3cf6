/** Questions that hosts are asked at the moment they are put, a bounded number of hosts at once. */
@NullMarked
package dev.cadastre.server.inventory.asking;

import org.jspecify.annotations.NullMarked;
