/**
 * The REST interface: one controller for each noun, and mappers from the parts' records to wire
 * records.
 */
@NullMarked
package dev.cadastre.server.web.api;

import org.jspecify.annotations.NullMarked;
