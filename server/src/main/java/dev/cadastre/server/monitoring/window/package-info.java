/**
 * Times for which somebody says something of assets: downtimes, and what parts above keep in the
 * same way in tables of their own.
 */
@NullMarked
package dev.cadastre.server.monitoring.window;

import org.jspecify.annotations.NullMarked;
