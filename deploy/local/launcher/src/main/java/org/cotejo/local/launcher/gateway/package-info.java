/** The one origin of the local stack, with the paths that an ingress has on Kubernetes. */
package org.cotejo.local.launcher.gateway;
