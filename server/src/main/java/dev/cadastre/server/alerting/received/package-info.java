/** Takes in what other systems say is wrong, in the way in which Alertmanager is told. */
@NullMarked
package dev.cadastre.server.alerting.received;

import org.jspecify.annotations.NullMarked;
