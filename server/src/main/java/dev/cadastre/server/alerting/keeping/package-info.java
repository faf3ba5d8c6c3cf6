/** The tables of incidents and failures, and of what was heard and not considered yet. */
@NullMarked
package dev.cadastre.server.alerting.keeping;

import org.jspecify.annotations.NullMarked;
