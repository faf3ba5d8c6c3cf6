/** What queries can ask of runs. */
@NullMarked
package dev.cadastre.server.change.query;

import org.jspecify.annotations.NullMarked;
