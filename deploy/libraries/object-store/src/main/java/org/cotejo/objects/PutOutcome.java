package org.cotejo.objects;

/** Whether a conditional write made the object or found it there. */
public enum PutOutcome {
  CREATED,
  EXISTED
}
