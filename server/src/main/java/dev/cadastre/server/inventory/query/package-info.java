/**
 * What queries can ask of hosts: the fields, and the bitmaps in memory that answer what is asked
 * often.
 */
@NullMarked
package dev.cadastre.server.inventory.query;

import org.jspecify.annotations.NullMarked;
