/** The ways out: mail, web-hooks and XMPP. */
@NullMarked
package dev.cadastre.server.alerting.channel;

import org.jspecify.annotations.NullMarked;
