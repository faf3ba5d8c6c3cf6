/** Notices and their deliveries: made with what they tell of, and brought until they arrive. */
@NullMarked
package dev.cadastre.server.alerting.delivering;

import org.jspecify.annotations.NullMarked;
