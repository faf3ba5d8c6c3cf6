/** Tests against the distribution's sshd, ssh-agent and ssh-keygen. */
@NullMarked
package dev.cadastre.ssh;

import org.jspecify.annotations.NullMarked;
