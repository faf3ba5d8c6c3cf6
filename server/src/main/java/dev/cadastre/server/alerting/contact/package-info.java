/** How teams are reached, as the estate and people say it; computes only, but for one bean. */
@NullMarked
package dev.cadastre.server.alerting.contact;

import org.jspecify.annotations.NullMarked;
