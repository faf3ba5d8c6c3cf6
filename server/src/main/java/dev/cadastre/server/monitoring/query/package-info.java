/** What queries can ask of hosts by what is thought of their monitors. */
@NullMarked
package dev.cadastre.server.monitoring.query;

import org.jspecify.annotations.NullMarked;
