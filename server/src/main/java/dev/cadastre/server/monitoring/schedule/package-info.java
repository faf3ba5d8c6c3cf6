/** Which monitor is checked when. The agenda computes only; a thread of its own follows it. */
@NullMarked
package dev.cadastre.server.monitoring.schedule;

import org.jspecify.annotations.NullMarked;
